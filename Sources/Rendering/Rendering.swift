// Made real by the first commit of this module.
