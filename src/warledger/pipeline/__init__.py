"""The order of the work: settings, plan, run, and the composition root that builds every tool and passes it in."""
