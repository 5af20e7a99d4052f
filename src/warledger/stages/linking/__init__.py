"""Names in claims become places and actors, with candidates, scores and reasons; never a guess without words."""
