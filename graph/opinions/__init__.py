"""Opinions: what others than the rules make of a document, asked only when a person says whom to ask.

A language model at an address that the person gives, or a Swedish pipeline of spaCy that is installed. What
they say is kept beside the documents, in no graph, where its quote stands word for word and its names are
mentions; where it differs from the reading it is a candidate for a person, never an edge. The one room
that opens a connection.

May import: reading, knowledge, lexicon, wording, model, errors, files.
"""
