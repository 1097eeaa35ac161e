# name: where nothing tells of the weather, that is said
home flat
at 2026-03-02 12:00
say mia "what's the weather like"
expect said "Nothing in this home tells me about the weather."
