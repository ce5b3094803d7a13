-- Works in a spec as a person would, and writes what the editor then knows to the file that $OUTCOME names.
local outcome = { version = tostring(vim.version().major) .. '.' .. vim.version().minor }

local function await(what, probe)
  local found
  local ok = vim.wait(15000, function()
    found = probe()
    return found
  end, 20)
  if not ok then
    error('timed out: ' .. what)
  end
  return found
end

local function findings()
  return vim.tbl_map(function(finding)
    return { line = finding.lnum, from = finding.col, to = finding.end_col, rule = finding.code, message = finding.message, source = finding.source }
  end, vim.diagnostic.get(0))
end

local function has(rule)
  for _, finding in ipairs(findings()) do
    if finding.rule == rule then
      return finding
    end
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

local function put_cursor_on(words)
  vim.fn.cursor(1, 1)
  if vim.fn.search('\\V' .. words, 'cW') == 0 then
    error('not in the text: ' .. words)
  end
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000) or {}
  for _, answer in pairs(answers) do
    if answer.error then
      error(vim.inspect(answer.error))
    end
    return answer.result
  end
  error(method .. ' has no answer')
end

local function encoding()
  local client = (vim.lsp.get_clients or vim.lsp.get_active_clients)()[1]
  return client.offset_encoding
end

local function work()
  outcome.filetype = vim.bo.filetype
  await('findings are pushed', function()
    return has('undefined-reference')
  end)
  outcome.findings = findings()

  put_cursor_on('save-rat]')
  local here = vim.lsp.util.make_position_params(0, encoding())
  local completion = ask('textDocument/completion', here)
  outcome.completion = vim.tbl_map(function(item)
    return item.label
  end, completion.items or completion)
  outcome.snippets = vim.tbl_filter(function(item)
    return item.insertTextFormat == 2
  end, completion.items or completion)

  local params = vim.lsp.util.make_range_params(0, encoding())
  params.context = { diagnostics = {} }
  for _, action in ipairs(ask('textDocument/codeAction', params)) do
    if action.isPreferred then
      outcome.fixed = action.title
      vim.lsp.util.apply_workspace_edit(action.edit, encoding())
      break
    end
  end
  await('the finding goes away once it is fixed', function()
    return not has('undefined-reference')
  end)

  put_cursor_on('save-rate]')
  outcome.hover = ask('textDocument/hover', vim.lsp.util.make_position_params(0, encoding())).contents.value

  vim.lsp.buf.rename('saved-customers')
  await('the name changes everywhere', function()
    return not text():find('save-rate', 1, true)
  end)
  outcome.renamed = text()

  if vim.lsp.buf.format then
    vim.lsp.buf.format({ timeout_ms = 10000 })
  else
    vim.lsp.buf.formatting_sync(nil, 10000)
  end
  outcome.formatted = text()

  vim.cmd('edit notes.yaml')
  outcome.attached_to_notes = #vim.tbl_keys(vim.lsp.buf_get_clients and vim.lsp.buf_get_clients(0) or vim.lsp.get_clients({ bufnr = 0 }))
end

local ok, problem = pcall(work)
if not ok then
  outcome.problem = tostring(problem)
  outcome.findings = outcome.findings or findings()
end
vim.fn.writefile({ (vim.json or { encode = vim.fn.json_encode }).encode(outcome) }, vim.env.OUTCOME)
vim.cmd('qall!')
