using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Statements;

namespace PhuSa.Marks.Pages.Marks.Keys;

/// <summary>The keys that sign QR codes, and what became of them.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(StatementKeys keys) : PageModel
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<StatementKey> Keys { get; private set; } = [];

    public StatementKey? Signing => Keys.FirstOrDefault(key => key.Status == StatementKeyStatus.Signing);

    /// <summary>Whether codes can be signed; nothing is wrong before the first key.</summary>
    public bool Opens { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Keys = await keys.AllAsync(cancellationToken);
        Opens = Signing is not { } signing || keys.Opens(signing);
    }
}
