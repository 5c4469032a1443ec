"""Clockify's replies as structs, exactly as they come over the wire.

Only fields that something here needs are declared; msgspec passes over the others.
What the notes on Clockify's API mark as varying is declared so that every form of it
decodes: enums are text, and what can be null or missing says so. Names are Clockify's
own, in snake case; ``Sent`` precedes those that another class has.
"""
