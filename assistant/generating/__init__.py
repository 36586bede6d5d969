"""An answer worded by a language model, under the same checks as a composed one."""
