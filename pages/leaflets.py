"""The five leaflets beside what is known now: every statement, to search, filter and print."""

from wervel import leaflets_view as view
from wervel import ui
from wervel.content import content

words = content().leaflet_page.words
ui.fixed("heading.html", title=words.title, help=words.lead, rank=1)
query, topic, only_changed = view.controls()
view.statements(query, topic, only_changed=only_changed)
