using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Applications;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Marks.Pages.Marks.Own;

/// <summary>A screen of the own application, to be written on while it is the applicant's turn. No other's application is ever read.</summary>
internal abstract class OwnPage<TInput>(ApplicationDesk desk, Texts text) : EditingPage<TInput>(desk.Db, text)
    where TInput : class, new()
{
    [FromRoute]
    public Guid Id { get; set; }

    public MarkApplication Application { get; private set; } = null!;

    public string Address => ApplicationDesk.OwnOf(Id);

    protected ApplicationDesk Desk => desk;

    protected override bool MayBegin => Application.IsTheirs;

    protected override string Home => Address;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        Application = (await desk.FindOwnAsync(Id, cancellationToken))!;
        return Application is not null;
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (!Application.IsTheirs)
        {
            throw new PhuSa.Platform.Rules.RefusedException("Đơn đã nộp nên không sửa được ở đây. Muốn đổi, hãy báo cơ quan quản lý nhãn hiệu, hoặc rút đơn rồi làm đơn mới.");
        }

        Application.Write(Written());
        return Task.CompletedTask;
    }

    /// <summary>What the application says with this form in it.</summary>
    protected abstract ApplicationContent Written();
}
