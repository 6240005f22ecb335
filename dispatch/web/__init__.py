"""HTTP: the JSON the console speaks, and the server-rendered pages of doctors and crews.

The room turns a request into a command, calls one desk verb, and shows what came of it. It
decides nothing about transfers.
"""
