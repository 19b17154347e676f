using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Articles;

/// <summary>
/// One text of the portal as readers see it. Its slug is for life; it stands in one category of each site that shows it, the first being its home.
/// Every save is a version; what readers see changes only when a version is published.
/// </summary>
internal sealed class Article : Aggregate<ArticleStatus, ArticleAction>, IJournaled
{
    public const int SlugMaxLength = 80;
    public const int TitleMaxLength = 500;
    public const int SummaryMaxLength = 1000;
    public const int BodyMaxLength = 200_000;
    public const int NameMaxLength = 300;
    public const int InitialsMaxLength = 20;
    public const int TagMaxLength = 50;

    private readonly List<ArticlePlace> _places = [];
    private readonly List<ArticleLink> _links = [];
    private readonly List<ArticlePin> _pins = [];
    private ImportedChange? _imported;

    private Article()
    {
    }

    public Article(Guid id, string slug, ArticleKind kind, ArticleStatus status, Actor by, DateTime now)
    {
        Id = id;
        Slug = slug;
        Kind = kind;
        Begin(status, by, now);
    }

    public string Slug { get; private init; } = "";

    public ArticleKind Kind { get; private init; }

    public string Title { get; private set; } = "";

    public string? Summary { get; private set; }

    public string Body { get; private set; } = "";

    public string? Author { get; private set; }

    public string? Source { get; private set; }

    public string? Initials { get; private set; }

    /// <summary>The day of what is told, which is not the day of publishing; null when unknown.</summary>
    public DateOnly? EventDay { get; private set; }

    /// <summary>Null when the source does not say.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>From then on readers do not see it (UTC); null: they always do.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>When kept pages were told that it has expired.</summary>
    public DateTime? FellOutAt { get; private set; }

    public bool JointApproval { get; private set; }

    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>JSON of <see cref="ArticleExtras"/>; null where there is nothing.</summary>
    public string? Extras { get; private set; }

    /// <summary>JSON of an <see cref="ArticleFacts"/>; null for a kind that has none.</summary>
    public string? Facts { get; private set; }

    /// <summary>Number of a document, code of a procedure; letter for letter.</summary>
    public string? Number { get; private set; }

    /// <summary>The number as it is looked for.</summary>
    public string? NumberKey { get; private set; }

    public LegalType? LegalType { get; private set; }

    /// <summary>Who issued the document, or carries the procedure out.</summary>
    public string? BodyName { get; private set; }

    public string? Field { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public DateOnly? EffectiveOn { get; private set; }

    /// <summary>The first day on which the document no longer holds, by its own word.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The document is said to be replaced by one that is not in the library.</summary>
    public bool SaidReplaced { get; private set; }

    /// <summary>Folded, for the readers' lists: title, number, body, field.</summary>
    public string ListText { get; private set; } = "";

    /// <summary>Number of the last version, published or not.</summary>
    public int LatestVersion { get; private set; }

    /// <summary>Number of the version readers see; null before the first publication.</summary>
    public int? LiveVersion { get; private set; }

    /// <summary>The revision on its way to the public; null where none is.</summary>
    public Guid? OpenRevisionId { get; private set; }

    /// <summary>Title of the last version, for the office's lists.</summary>
    public string WorkingTitle { get; private set; } = "";

    /// <summary>Folded: titles and address, for the office's lists.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>When the last version was saved.</summary>
    public DateTime ChangedAt { get; private set; }

    public IReadOnlyList<ArticlePlace> Places => _places;

    /// <summary>Legal documents it points to, as readers see it.</summary>
    public IReadOnlyList<ArticleLink> Links => _links;

    /// <summary>Where it stands first for a time; also what is over.</summary>
    public IReadOnlyList<ArticlePin> Pins => _pins;

    public string Address => ArticleAddress.Of(Kind, Slug);

    public string JournalTitle => Title;

    public ArticleExtras Around => ArticleContent.ReadExtras(Extras);

    protected override Flow<ArticleStatus, ArticleAction> Table => ArticleFlow.Table;

    public bool IsExpired(DateTime now) => ExpiresAt is { } at && at <= now;

    /// <summary>What readers see, as one content.</summary>
    public ArticleContent Live() => ArticleContent.Of(
        new ArticleText(Title, Summary, Body, Author, Source, Initials), EventDay, ExpiresAt, JointApproval, [.. _places.OrderBy(place => place.Position).Select(place => place.CategoryId)], Tags, Extras, Facts);

    /// <summary>Saves a version. Readers see it only once it is published; before the first publication the article is its draft.</summary>
    public ArticleVersion Save(ArticleContent content, Guid? revisionId, Writer by, DateTime now, int? restoredFrom = null)
    {
        if (Status == ArticleStatus.Withdrawn)
        {
            throw new RefusedException("Bài đã gỡ không sửa được nữa. Hãy viết bài mới.");
        }

        LatestVersion++;
        OpenRevisionId = revisionId;
        ChangedAt = now;
        WorkingTitle = content.Text.Title;
        if (Status == ArticleStatus.Draft)
        {
            Show(content);
        }

        Index(content);
        return new ArticleVersion(Id, LatestVersion, revisionId, content, by, now, restoredFrom);
    }

    /// <summary>What an import says is what readers see, at once; the version says where it came from.</summary>
    /// <param name="source">Where it came from, as readers may know it.</param>
    public ArticleVersion Import(ArticleContent content, DateOnly? publishedOn, Actor by, DateTime now, string? source = null)
    {
        RefuseOpenRevision();

        if (Status == ArticleStatus.Published && LiveVersion is { } seen)
        {
            _imported = new ImportedChange(seen, content.IsSameAs(Live()), source ?? ImportedChange.Table, by, now);
        }

        var version = new ArticleVersion(Id, ++LatestVersion, revisionId: null, content, new Writer(Id: null, by.Name, by.Detail), now, restoredFrom: null);
        ChangedAt = now;
        PublishedOn = publishedOn;
        LiveVersion = Status == ArticleStatus.Published ? LatestVersion : null;
        WorkingTitle = content.Text.Title;
        Show(content);
        Index(content);
        return version;
    }

    /// <returns>What an import has changed of what readers had seen; null where nothing, or where it was taken already.</returns>
    public ImportedChange? TakeImported()
    {
        var change = _imported;
        _imported = null;
        return change;
    }

    /// <summary>Readers see this version from now on.</summary>
    public void Publish(ArticleContent content, int version, Actor by, DateTime now)
    {
        if (Status != ArticleStatus.Published)
        {
            Move(ArticleAction.Publish, by, now);

            // Only here: the day of a text whose source tells none is not the day of a later correction.
            PublishedOn ??= DateOnly.FromDateTime(VietnamTime.Local(now));
        }

        LiveVersion = version;
        OpenRevisionId = null;
        WorkingTitle = content.Text.Title;
        Show(content);
        Index(content);
    }

    /// <summary>The revision ends without a publication; what readers see stands.</summary>
    public void Forget()
    {
        OpenRevisionId = null;
        WorkingTitle = Title;
    }

    public void Withdraw(string why, Actor by, DateTime now)
    {
        if (OpenRevisionId is not null)
        {
            throw new RefusedException("Bài đang có bản sửa chưa đăng. Bỏ bản sửa đó trước khi gỡ bài.");
        }

        Move(ArticleAction.Withdraw, by, now, why);
        _pins.Clear();
    }

    /// <summary>It stands first on the home page of a site until a day; pinned again, until another.</summary>
    /// <param name="until">The last day.</param>
    public void Pin(Site site, DateOnly until, Actor by, DateTime now)
    {
        Move(ArticleAction.Pin, by, now, $"{site.Name}: {VietnamTime.Written(until)}");
        if (_pins.Find(pin => pin.Site == site.Code) is { } known)
        {
            known.Until = until;
        }
        else
        {
            _pins.Add(new ArticlePin(site.Code, until));
        }
    }

    public void Unpin(Site site, Actor by, DateTime now)
    {
        if (_pins.RemoveAll(pin => pin.Site == site.Code) == 0)
        {
            throw new RefusedException("Bài không ghim ở trang này.");
        }

        Move(ArticleAction.Unpin, by, now, site.Name);
    }

    /// <returns>The last day; null where it does not stand first on that site.</returns>
    public DateOnly? PinnedUntil(string site, DateOnly today) => _pins.Find(pin => pin.Site == site && pin.Until >= today)?.Until;

    /// <summary>An import tells the outcome; the version that readers see is the last one.</summary>
    public void ArriveAt(ArticleStatus status, Actor by, DateTime now)
    {
        if (status != Status)
        {
            RefuseOpenRevision();
        }

        Arrive(status, by, now);
        if (status == ArticleStatus.Withdrawn)
        {
            _pins.Clear();
        }

        if (status == ArticleStatus.Published)
        {
            LiveVersion ??= LatestVersion;
        }
    }

    /// <summary>Moves the content stamp, so that kept pages drop the article on every instance.</summary>
    public void FallOut(DateTime now) => FellOutAt = now;

    /// <summary>What is on its way to readers would otherwise meet an article that a table has brought elsewhere.</summary>
    private void RefuseOpenRevision()
    {
        if (OpenRevisionId is not null)
        {
            throw new RefusedException("Bài đang có bản sửa chưa đăng. Đăng hoặc bỏ bản sửa đó rồi nhập lại.");
        }
    }

    private void Show(ArticleContent content)
    {
        var text = content.Text;
        (Title, Summary, Body, Author, Source, Initials) = (text.Title, text.Summary, text.Body, text.Author, text.Source, text.Initials);
        EventDay = content.EventDay;
        ExpiresAt = content.ExpiresOn is { } day ? VietnamTime.Begin(day.AddDays(1)) : null;
        FellOutAt = null;
        JointApproval = content.JointApproval;
        if (!Tags.SequenceEqual(content.Tags, StringComparer.Ordinal))
        {
            Tags = [.. content.Tags];
        }

        Extras = ArticleContent.WrittenExtras(content.Extras);
        PlaceIn(content.Categories);
        List(content);
    }

    /// <summary>What readers filter and sort by.</summary>
    private void List(ArticleContent content)
    {
        var listed = content.Facts?.Listed ?? ListedFacts.None;
        Facts = ArticleContent.WrittenFacts(content.Facts);
        (Number, NumberKey, LegalType, BodyName, Field) = (listed.Number, Vietnamese.PaperNumber.KeyOf(listed.Number), listed.Type, listed.BodyName, listed.Field);
        (IssuedOn, EffectiveOn, EndsOn, SaidReplaced) = (listed.IssuedOn, listed.EffectiveOn, listed.EndsOn, listed.SaidReplaced);
        ListText = Vietnamese.SearchText.Fold($"{Title} {Number} {BodyName} {Field}");
        _links.RemoveAll(link => !listed.Links.Contains(link));
        _links.AddRange(listed.Links.Distinct().Where(link => !_links.Contains(link)).ToList());
    }

    private void Index(ArticleContent content)
    {
        SearchText = Vietnamese.SearchText.Fold(Title == content.Text.Title ? $"{Title} {Slug}" : $"{Title} {content.Text.Title} {Slug}");
    }

    private void PlaceIn(IReadOnlyList<Guid> categories)
    {
        if (_places.OrderBy(place => place.Position).Select(place => place.CategoryId).SequenceEqual(categories))
        {
            return;
        }

        _places.RemoveAll(place => !categories.Contains(place.CategoryId));
        for (var position = 0; position < categories.Count; position++)
        {
            if (_places.Find(place => place.CategoryId == categories[position]) is { } known)
            {
                known.Position = position;
            }
            else
            {
                _places.Add(new ArticlePlace(categories[position], position));
            }
        }
    }
}

/// <summary>That an article stands in a category.</summary>
internal sealed class ArticlePlace(Guid categoryId, int position)
{
    public Guid CategoryId { get; private init; } = categoryId;

    public int Position { get; internal set; } = position;
}
