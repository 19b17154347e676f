using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Feedback;

namespace PhuSa.Tests.Feedback;

/// <summary>What feedback may do and what a form must be, without a page.</summary>
public sealed class FeedbackRulesTests
{
    private static readonly Actor By = new("Cán bộ", "Sở");
    private static readonly DateTime Now = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        New --Assign--> Assigned
        New --Reject--> Rejected
        New --MarkSpam--> Spam
        Assigned --Assign--> Assigned
        Assigned --Answer--> Answered
        Assigned --Reject--> Rejected
        Assigned --MarkSpam--> Spam
        Answered --CorrectAnswer--> Answered
        Answered --Publish--> Published
        Published --CorrectAnswer--> Published
        Published --CorrectSentAnswer--> Published
        Published --CorrectPublishedAnswer--> Published
        Published --Withdraw--> Answered
        Spam --Restore--> New
        """,
        FeedbackFlow.Table.ToString());

    [Fact]
    public void A_name_is_published_only_where_the_sender_agreed()
    {
        var silent = Answered(allowsName: false);
        Assert.Throws<RefusedException>(() => silent.Publish("Hỏi?", "Đáp.", showsName: true, By, Now));
        silent.Publish("Hỏi?", "Đáp.", showsName: false, By, Now);
        Assert.False(silent.ShowsName);

        var agreed = Answered(allowsName: true);
        agreed.Publish("Hỏi?", "Đáp.", showsName: true, By, Now);
        Assert.True(agreed.ShowsName);
        Assert.Equal("Nguyên văn", agreed.Text);
    }

    [Fact]
    public void What_is_open_is_answered_or_closed_before_its_sender_is_forgotten()
    {
        var open = Item(allowsName: false);
        Assert.Throws<RefusedException>(() => open.Erase(Now));
        open.Reject("Ngoài phạm vi", By, Now);
        open.Erase(Now);
        Assert.Equal(("", null, null, "", null), (open.Name, open.Email, open.Phone, open.Text, open.Reason));
    }

    [Theory]
    [InlineData("7k2qh-0m4zd", "7K2QH0M4ZD")]
    [InlineData(" 7K2QH OM4ZD ", "7K2QH0M4ZD")]
    [InlineData("iLoVE12345", "110VE12345")]
    [InlineData("7K2QH-0M4Z", null)]
    [InlineData("7K2QH-0M4Z'", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_write_it(string? typed, string? code) => Assert.Equal(code, ReferenceCode.Read(typed));

    [Fact]
    public void Codes_are_ten_letters_and_never_the_same()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => ReferenceCode.New()).ToList();
        Assert.All(codes, code => Assert.Equal(code, ReferenceCode.Read(ReferenceCode.Written(code))));
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_form_is_good_from_three_seconds_to_a_day_after_it_was_opened()
    {
        var clock = new FakeTimeProvider(App.Start);
        var stamps = new FormStamp(new EphemeralDataProtectionProvider(), clock);
        var stamp = stamps.New();
        Assert.Equal(StampAge.TooFresh, stamps.Read(stamp, out var early));
        clock.Advance(FormStamp.Least);
        Assert.Equal(StampAge.Good, stamps.Read(stamp, out var key));
        clock.Advance(FormStamp.Most);
        Assert.Equal(StampAge.TooOld, stamps.Read(stamp, out var late));
        Assert.Equal((key, key), (early, late));
        Assert.Equal(StampAge.Unknown, stamps.Read("khong-phai-cua-chung-toi", out _));
        Assert.Equal(StampAge.Unknown, stamps.Read(null, out _));
    }

    [Fact]
    public void One_address_sends_so_much_in_an_hour_and_a_block_of_IPv6_is_one_address()
    {
        using var gate = new FeedbackGate(new ConfigurationBuilder().AddInMemoryCollection([new("Feedback:PerHour", "2")]).Build());
        Assert.True(gate.Lets(IPAddress.Parse("113.161.0.1")));
        Assert.True(gate.Lets(IPAddress.Parse("113.161.0.1")));
        Assert.False(gate.Lets(IPAddress.Parse("113.161.0.1")));
        Assert.True(gate.Lets(IPAddress.Parse("113.161.0.2")));
        Assert.True(gate.Lets(IPAddress.Parse("2405:4800:1:2::1")));
        Assert.True(gate.Lets(IPAddress.Parse("2405:4800:1:2::2")));
        Assert.False(gate.Lets(IPAddress.Parse("2405:4800:1:2:ffff::3")));
        Assert.True(gate.Lets(IPAddress.Parse("2405:4800:1:3::1")));
    }

    [Fact]
    public void It_is_overdue_when_the_tenth_working_day_is_over()
    {
        // Wednesday 1 July 2026: the tenth working day is Wednesday 15 July.
        Assert.Equal(new DateOnly(2026, 7, 15), FeedbackTerms.AnswerBy(Now));
        Assert.True(Now >= FeedbackTerms.OverdueBefore(new DateOnly(2026, 7, 15)));
        Assert.True(Now < FeedbackTerms.OverdueBefore(new DateOnly(2026, 7, 16)));
    }

    private static FeedbackItem Item(bool allowsName) =>
        new(Guid.CreateVersion7(), "khcn", ReferenceCode.New(), Guid.CreateVersion7(), new(FeedbackKind.Question, "Trần Thị Xoài", "a@b.vn", null, "Nguyên văn", null, allowsName, "vi"), looksLikeSpam: false, answerWithin: null, By, Now);

    private static FeedbackItem Answered(bool allowsName)
    {
        var item = Item(allowsName);
        item.Assign(Guid.CreateVersion7(), null, By, Now);
        item.Reply("Trả lời", By, Now);
        return item;
    }
}
