// Exists to carry the precompiled header that the other targets reuse.
