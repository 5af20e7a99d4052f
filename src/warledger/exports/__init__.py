"""The way out: one file per format. Renders a state; decides nothing."""
