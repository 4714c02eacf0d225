"""What has to be in order before papers leave, besides what the scanner finds: each condition yields its refusals."""
