"""Clockify's JSON bodies as structs, exactly as they are sent.

Only fields that something here needs are declared; msgspec passes over the others.
What the notes on Clockify's API mark as varying is declared so that every form of it
decodes: enums are text, and what can be null or missing says so. Names are Clockify's
own, in snake case; ``Sent`` precedes those that another class has.
"""
