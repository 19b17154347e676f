using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.People;

/// <summary>One thing that happened to an account.</summary>
/// <param name="Word">Vietnamese, a key of the module's English table.</param>
/// <param name="Organisation">Of an appointment's step: for whom.</param>
internal sealed record AccountEvent(DateTime At, string Word, string? Organisation, string By, string? Why);

/// <summary>The steps of an account and of its appointments, the latest first.</summary>
internal sealed class AccountHistory(AppDbContext db, IOrganisations organisations)
{
    public async Task<IReadOnlyList<AccountEvent>> OfAsync(Person person, CancellationToken cancellationToken)
    {
        var appointments = await db.Set<Appointment>().AsNoTracking().Where(a => a.PersonId == person.Id).ToListAsync(cancellationToken);
        var facts = await organisations.OfAsync(appointments.Select(a => a.OrganisationId).OfType<Guid>(), cancellationToken);
        var events = person.Steps.Select(step => new AccountEvent(step.At, WordOfPerson(step.Action), Organisation: null, step.By, step.Why));
        var acts = appointments.SelectMany(a => a.Steps.Select(step => new AccountEvent(
            step.At, WordOfAppointment(step.Action), a.OrganisationId is { } id ? facts.GetValueOrDefault(id)?.ShortName : null, step.By, step.Why)));
        return [.. events.Concat(acts).OrderByDescending(e => e.At)];
    }

    private static string WordOfPerson(string action) => action switch
    {
        nameof(PersonAction.Disable) => "Khoá tài khoản",
        nameof(PersonAction.Enable) => "Mở lại tài khoản",
        nameof(PersonAction.Erase) => "Xoá dữ liệu cá nhân",
        nameof(PersonAction.Review) => "Rà soát hằng năm",
        nameof(PersonAction.ResetPassword) => "Đặt lại mật khẩu",
        Aggregate<PersonStatus, PersonAction>.Recorded => "Tạo tài khoản",
        _ => action,
    };

    private static string WordOfAppointment(string action) => action switch
    {
        nameof(AppointmentAction.End) => "Thôi đại diện",
        nameof(AppointmentAction.ChangeRoles) => "Đổi vai trò",
        Aggregate<AppointmentStatus, AppointmentAction>.Recorded => "Bắt đầu đại diện",
        _ => action,
    };
}
