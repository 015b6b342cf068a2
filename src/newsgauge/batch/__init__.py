"""Record batches in, record batches out: the one function that every engine maps over a crawl.

`annotate_batch` needs pyarrow (``pip install "newsgauge[parquet]"``) and knows no engine; docs/scale.md has ten lines each for
Spark, Ray and datatrove, and `newsgauge.scale` runs it on this machine's cores or a Dask cluster.
"""

from newsgauge.batch.annotating import annotate_batch, failed_row, record_batches
from newsgauge.batch.schema import COLUMNS, Column, schema

__all__ = ["COLUMNS", "Column", "annotate_batch", "failed_row", "record_batches", "schema"]
