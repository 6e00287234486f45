"""The stretch of a sentence up to its finite verb, before it is cut into clauses."""


class Region:
    """Chunks of one stretch, and what is known of it so far."""

    def __init__(self, kind: str, antecedent: int = -1) -> None:
        self.kind, self.antecedent = kind, antecedent
        self.chunks: list[int] = []
        self.said = kind == "speech"
        """Whether कि or a colon opens it."""
        self.speaker = -1
        """The region whose doer says this one."""
        self.colon = False
        """Whether a colon or dash ends it."""
        self.opening = ""
        """The conjunction or particle that it begins with."""
