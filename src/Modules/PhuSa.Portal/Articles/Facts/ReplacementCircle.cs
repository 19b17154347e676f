namespace PhuSa.Portal.Articles.Facts;

/// <summary>Documents that replace one another all round: none of them would be in force, and no reader could tell which holds.</summary>
internal static class ReplacementCircle
{
    /// <param name="replacedBy">What a document replaces.</param>
    public static bool LeadsBack(Guid document, Func<Guid, IReadOnlyList<Guid>> replacedBy)
    {
        var (seen, open) = (new HashSet<Guid>(), new Stack<Guid>(replacedBy(document)));
        while (open.TryPop(out var at))
        {
            if (at == document)
            {
                return true;
            }

            if (seen.Add(at))
            {
                foreach (var next in replacedBy(at))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }
}
