"""What goes wrong when others are asked for their opinion."""

from graph.errors.failure import SamverkanError


class UnfitSetting(SamverkanError):
    """A setting that asking a model needs, missing or wrong. Facts: `setting`, `problem`."""

    exit_code = 2


class ModelUnreached(SamverkanError):
    """A model that did not answer, however often asked. Facts: `host`, `problem`."""


class ModelRefused(SamverkanError):
    """A model that answered with an error. Facts: `host`, `status`, `problem`."""


class ModelMoved(SamverkanError):
    """A model whose server sends the question elsewhere. Facts: `host`, `to`."""


class ModelUnreadable(SamverkanError):
    """An answer that is none. Facts: `host`, `problem`."""


class PipelineMissing(SamverkanError):
    """A pipeline of spaCy that cannot be asked here. Facts: `name`, `problem`."""
