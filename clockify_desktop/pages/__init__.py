"""The pages of the review: what each shows of the answers, without Qt and files."""
