-- Pandoc's reading of many documents in one run: `DOCUMENTS` names a file of documents with a line of `\1` between them. For each, a
-- line of `key mode` pairs (tabs between), or `error`.
local forms = { NormalCitation = 'normal', AuthorInText = 'inText', SuppressAuthor = 'suppressAuthor' }

function Pandoc()
  local file = assert(io.open(os.getenv('DOCUMENTS'), 'rb'))
  local documents = file:read('a')
  file:close()
  for document in (documents .. '\n\1\n'):gmatch('(.-)\n\1\n') do
    local cited = {}
    local filter = {
      Cite = function(cite)
        for _, citation in ipairs(cite.citations) do
          table.insert(cited, citation.id .. ' ' .. forms[citation.mode])
        end
      end,
    }
    local ok = pcall(function()
      pandoc.read(document .. '\n', 'markdown'):walk(filter)
    end)
    table.sort(cited)
    print(ok and table.concat(cited, '\t') or 'error')
    io.stdout:flush()
  end
  os.exit(0)
end
