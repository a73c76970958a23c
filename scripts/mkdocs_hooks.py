"""What `hooks:` of mkdocs.yml names: the events of the plugin, without anything to install."""

from briefsite.engine import plugin

globals().update({name: value for name, value in vars(plugin).items() if name.startswith("on_")})
