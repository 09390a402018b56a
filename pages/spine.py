"""How the back works: the spine to turn, scenes, the story, cards, who helps, what helps, figures."""

from wervel import spine_view as view
from wervel import ui, understood_view
from wervel.content import content

intro = content().spine.intro
ui.fixed("heading.html", title=intro.title, help=None, rank=1)
view.show(view.choose_section())
understood_view.summary()
ui.link("leaflets", content().leaflet_page.words.title, key="to_leaflets")
