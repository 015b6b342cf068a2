"""Labels: the codebook, judgements and what is derived from them, and the road to and from labelling tools.

Texts stay where they are: a judgement names its text by SHA-256 and marks spans by offsets (half-open code points).
"""
