"""The way in: files, folders and containers become raw documents. The only package that may use the network (it does not yet)."""
