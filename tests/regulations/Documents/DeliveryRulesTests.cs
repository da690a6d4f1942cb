using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Secrecy;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class DeliveryRulesTests
{
    private static readonly DeliveryFacts Ordinary = new() { Level = SecrecyLevel.None, TextChecked = true, FormatChecked = true, PrintChecked = true };

    private static readonly DeliveryFacts Secret = Ordinary with { Level = SecrecyLevel.Secret, PrintedInSecurePlace = true, Channel = Channel.ConfidentialCourier };

    [Fact]
    public void What_was_checked_goes_out_by_the_way_that_fits_it()
    {
        DeliveryRules.Check(Ordinary, Drafts.Today).ShouldBeEmpty();
        DeliveryRules.Check(Ordinary with { Level = SecrecyLevel.WorkSecret }, Drafts.Today).ShouldBeEmpty();
        foreach (var channel in Enum.GetValues<Channel>().Except([Channel.Ordinary]))
            DeliveryRules.Check(Secret with { Channel = channel }, Drafts.Today).ShouldBeEmpty();
    }

    [Fact]
    public void A_classified_document_is_printed_where_that_is_secure() =>
        DeliveryRules.Check(Secret with { PrintedInSecurePlace = false }, Drafts.Today).ShouldHaveSingleItem().Rule.Id.ShouldBe("DOC-O03");

    [Fact]
    public void A_classified_document_does_not_travel_by_ordinary_ways()
    {
        var finding = DeliveryRules.Check(Secret with { Channel = Channel.Ordinary }, Drafts.Today).ShouldHaveSingleItem();
        (finding.Rule.Id, finding.Rule.Article, finding.Measured).ShouldBe(("DOC-O05", "第26条", "普通渠道"));
    }

    [Fact]
    public void What_was_not_checked_after_printing_stays_and_the_open_checks_are_named()
    {
        var finding = DeliveryRules.Check(Ordinary with { TextChecked = false, PrintChecked = false }, Drafts.Today).ShouldHaveSingleItem();
        (finding.Rule.Id, finding.Measured).ShouldBe(("DOC-O04", "文字、印刷质量"));
    }

    [Fact]
    public void Before_the_regulations_were_in_force_they_asked_for_nothing() =>
        DeliveryRules.Check(Secret with { Channel = Channel.Ordinary, TextChecked = false }, new DateOnly(2012, 6, 30)).ShouldBeEmpty();
}
