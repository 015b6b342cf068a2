"""Corpora, metrics, protocols and the learning of tables: nothing here is needed to annotate."""
