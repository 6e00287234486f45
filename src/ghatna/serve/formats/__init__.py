"""Events in the formats that users of event data read already, one file a format; what each cannot hold is said in
docs/formats.md."""
