using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Publishing;

/// <summary>Tells whom an article waits on, and its writers what became of it. Saved with what it tells of.</summary>
internal sealed class PublishingNotices(IEnumerable<INotices> notices)
{
    public Task SentForReviewAsync(ArticleInHand hand, IReadOnlySet<SiteTheme> bodies, CancellationToken cancellationToken) =>
        TellHoldersAsync(PublishingRights.Review, bodies, "Bài “{0}” chờ biên tập.", hand, cancellationToken);

    public Task SentForPublishingAsync(ArticleInHand hand, IReadOnlySet<SiteTheme> bodies, CancellationToken cancellationToken) =>
        TellHoldersAsync(PublishingRights.Publish, bodies, "Bài “{0}” chờ duyệt đăng.", hand, cancellationToken);

    public Task ReviewedAsync(ArticleInHand hand, IReadOnlyCollection<Guid> writers, CancellationToken cancellationToken) =>
        TellAsync(writers, new("Bài “{0}” đã biên tập xong, có thể trình duyệt đăng.", [hand.Content.Text.Title], hand.Address), cancellationToken);

    public Task ReturnedAsync(ArticleInHand hand, string why, IReadOnlyCollection<Guid> writers, CancellationToken cancellationToken) =>
        TellAsync(writers, new("Bài “{0}” bị trả lại: {1}", [hand.Content.Text.Title, why], hand.Address, Urgency.Urgent), cancellationToken);

    public Task RefusedAsync(ArticleInHand hand, string why, IReadOnlyCollection<Guid> writers, CancellationToken cancellationToken) =>
        TellAsync(writers, new("Bài “{0}” không được duyệt đăng: {1}", [hand.Content.Text.Title, why], hand.Address, Urgency.Urgent), cancellationToken);

    public Task ApprovalWithdrawnAsync(ArticleInHand hand, string why, IReadOnlyCollection<Guid> writers, CancellationToken cancellationToken) =>
        ApprovalWithdrawnAsync(hand.Article.Id, hand.Content.Text.Title, why, writers, cancellationToken);

    /// <summary>The same where nobody of the house did it: what it says no longer fits what went out meanwhile.</summary>
    public Task ApprovalWithdrawnAsync(Guid article, string title, string why, IReadOnlyCollection<Guid> writers, CancellationToken cancellationToken) =>
        TellAsync(writers, new("Bài “{0}” bị rút duyệt, không đăng theo giờ đã hẹn: {1}", [title, why], OfficeAddress.Of(article), Urgency.Urgent), cancellationToken);

    public Task ApprovalTakenBackAsync(ArticleInHand hand, string why, IReadOnlyCollection<Guid> writers, CancellationToken cancellationToken) =>
        TellAsync(writers, new("Bài “{0}” bị một cơ quan rút lại phần đã duyệt: {1}", [hand.Content.Text.Title, why], hand.Address, Urgency.Urgent), cancellationToken);

    public Task PublishedAsync(Article article, IReadOnlyCollection<Guid> writers, CancellationToken cancellationToken) =>
        TellAsync(writers, new("Bài “{0}” đã được đăng.", [article.Title], OfficeAddress.Of(article.Id)), cancellationToken);

    /// <summary>Tells whoever wrote it and, where it stood on both sites, the publishers of the other body; nobody twice.</summary>
    /// <param name="others">The bodies that lose it by the word of another.</param>
    public async Task WithdrawnAsync(ArticleInHand hand, string why, IReadOnlyCollection<Guid> writers, IReadOnlySet<SiteTheme> others, CancellationToken cancellationToken)
    {
        var notice = new Notice("Bài “{0}” đã bị gỡ khỏi trang: {1}", [hand.Article.Title, why], hand.Address, Urgency.Urgent, Key: $"article-withdrawn:{hand.Article.Id:N}");
        await TellAsync(writers, notice, cancellationToken);
        if (others.Count == 0)
        {
            return;
        }

        foreach (var each in notices)
        {
            await each.TellHoldersAsync(PublishingRights.Within(PublishingRights.Publish, others), organisationId: null, notice, cancellationToken);
        }
    }

    private async Task TellHoldersAsync(Right right, IReadOnlySet<SiteTheme> bodies, string sentence, ArticleInHand hand, CancellationToken cancellationToken)
    {
        foreach (var each in notices)
        {
            await each.TellHoldersAsync(PublishingRights.Within(right, bodies), organisationId: null, new(sentence, [hand.Content.Text.Title], hand.Address), cancellationToken);
        }
    }

    private async Task TellAsync(IReadOnlyCollection<Guid> people, Notice notice, CancellationToken cancellationToken)
    {
        foreach (var each in notices)
        {
            await each.TellAsync(people, notice, cancellationToken);
        }
    }
}
