-- What many documents consist of, as Pandoc reads them: `DOCUMENTS` names a file of Markdown documents with a line of `\1` between them. For
-- each, a line: how often it cites `newkey`, a tab, and its blocks without those citations, blanks, widths of columns and paragraphs that only
-- cite.
local found

local function text(inlines)
  local joined = pandoc.List()
  for _, inline in ipairs(inlines) do
    local last = joined[#joined]
    if inline.t == 'Str' then
      local written = inline.text:gsub('\194\160', '')
      if last and last.t == 'Str' then
        joined[#joined] = pandoc.Str(last.text .. written)
      else
        joined:insert(pandoc.Str(written))
      end
    else
      joined:insert(inline)
    end
  end
  return joined
end

local function none()
  return {}
end

local withoutCitation = {
  Space = none,
  SoftBreak = none,
  Cite = function(cite)
    local left = {}
    for _, citation in ipairs(cite.citations) do
      if citation.id == 'newkey' then
        found = found + 1
      else
        local around = pandoc.utils.stringify(citation.prefix) .. '|' .. pandoc.utils.stringify(citation.suffix)
        table.insert(left, citation.id .. citation.mode .. around)
      end
    end
    return #left > 0 and { pandoc.Str('{' .. table.concat(left, ';') .. '}') } or {}
  end,
}

local function unlessEmpty(block)
  return #block.content == 0 and {} or nil
end

local blocks = {
  Para = unlessEmpty,
  Plain = unlessEmpty,
  Header = function(header)
    header.identifier = header.identifier:gsub('%-?newkey%-?', '')
    return header
  end,
  Table = function(made)
    for index, column in ipairs(made.colspecs) do
      made.colspecs[index] = { column[1], nil }
    end
    return made
  end,
}

function Pandoc()
  local file = assert(io.open(os.getenv('DOCUMENTS'), 'rb'))
  local documents = file:read('a')
  file:close()
  for document in (documents .. '\n\1\n'):gmatch('(.-)\n\1\n') do
    found = 0
    local ok, read = pcall(function()
      local doc = pandoc.read(document .. '\n', 'markdown'):walk(withoutCitation):walk({ Inlines = text }):walk(blocks)
      local metadata = pandoc.write(pandoc.Pandoc({}, doc.meta), 'json')
      return pandoc.write(doc, 'native') .. metadata
    end)
    print(found .. '\t' .. (ok and read or 'error'):gsub('\n', ' '))
    io.stdout:flush()
  end
  os.exit(0)
end
