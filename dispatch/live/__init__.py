"""The live board: snapshot, numbered news, heartbeat, resume; positions on the side."""
