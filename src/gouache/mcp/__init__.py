"""gouache as tools for agents, over the Model Context Protocol: the names and arguments of Recraft's own MCP server."""
