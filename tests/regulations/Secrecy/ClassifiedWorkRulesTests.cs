using Backoffice.Regulations.Rules;
using Backoffice.Regulations.Secrecy;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Secrecy;

/// <summary>Carriers that are destroyed, classified meetings, people who leave, and ciphers.</summary>
public sealed class ClassifiedWorkRulesTests
{
    private static readonly CarrierDisposal Proper = new(Listed: 5, Counted: 5, IsRegistered: true, IsApproved: true, CarrierDestroyer.DesignatedUnit, IsSmall: false);

    private static readonly ClassifiedMeeting Meeting = new(SecrecyLevel.Confidential, HasPlan: true, AttendeesAreLimited: true, PlaceComplies: true, IdentitiesAreChecked: true, IsEducationHeld: true);

    [Fact]
    public void Carriers_are_destroyed_counted_registered_approved_and_by_whoever_may()
    {
        ClassifiedWorkRules.CheckDisposal(Proper).ShouldBeEmpty();
        ClassifiedWorkRules.CheckDisposal(Proper with { Destroyer = CarrierDestroyer.OwnEquipment, IsSmall = true }).ShouldBeEmpty();
        Breaks(ClassifiedWorkRules.CheckDisposal(Proper with { Counted = 4 }), "《中华人民共和国保守国家秘密法实施条例》第28条", nameof(Proper.Counted));
        Breaks(ClassifiedWorkRules.CheckDisposal(Proper with { IsRegistered = false }), "《中华人民共和国保守国家秘密法实施条例》第28条", nameof(Proper.IsRegistered));
        Breaks(ClassifiedWorkRules.CheckDisposal(Proper with { IsApproved = false }), "《中华人民共和国保守国家秘密法实施条例》第28条", nameof(Proper.IsApproved));
        foreach (var destroyer in new[] { CarrierDestroyer.Other, CarrierDestroyer.OwnEquipment })
            Breaks(ClassifiedWorkRules.CheckDisposal(Proper with { Destroyer = destroyer }), "《中华人民共和国保守国家秘密法实施条例》第28条", nameof(Proper.Destroyer));
    }

    [Fact]
    public void A_classified_meeting_lacks_nothing_that_secrecy_asks()
    {
        ClassifiedWorkRules.CheckMeeting(Meeting).ShouldBeEmpty();
        foreach (var (facts, field) in new[]
        {
            (Meeting with { Level = SecrecyLevel.None }, nameof(Meeting.Level)), (Meeting with { HasPlan = false }, nameof(Meeting.HasPlan)),
            (Meeting with { AttendeesAreLimited = false }, nameof(Meeting.AttendeesAreLimited)), (Meeting with { PlaceComplies = false }, nameof(Meeting.PlaceComplies)),
            (Meeting with { IdentitiesAreChecked = false }, nameof(Meeting.IdentitiesAreChecked)), (Meeting with { IsEducationHeld = false }, nameof(Meeting.IsEducationHeld)),
        })
            Breaks(ClassifiedWorkRules.CheckMeeting(facts), "《中华人民共和国保守国家秘密法》第38条", field);
    }

    // The figures are a site's own: none could be verified (SEC-22 of the rulebook is of confidence D).
    [Theory]
    [InlineData(ClearedClass.Core, 24, true), InlineData(ClearedClass.Core, 36, true), InlineData(ClearedClass.Core, 23, false), InlineData(ClearedClass.Core, 37, false)]
    [InlineData(ClearedClass.Important, 12, true), InlineData(ClearedClass.Important, 25, false), InlineData(ClearedClass.General, 1, true)]
    public void Whoever_leaves_is_bound_as_long_as_the_site_has_it(ClearedClass of, int months, bool fits)
    {
        var site = new Dictionary<ClearedClass, CoolingOff> { [ClearedClass.Core] = new(24, 36), [ClearedClass.Important] = new(12, 24) };
        var findings = ClassifiedWorkRules.CheckCoolingOff(of, months, site).ToList();
        findings.Count.ShouldBe(fits ? 0 : 1);
        findings.ShouldAllBe(f => f.Rule.Id == "SEC-22" && f.Strength == Strength.Config);
    }

    [Theory]
    [InlineData(Cipher.Commercial, SecrecyLevel.None, true), InlineData(Cipher.Commercial, SecrecyLevel.WorkSecret, true), InlineData(Cipher.Commercial, SecrecyLevel.Secret, false)]
    [InlineData(Cipher.Common, SecrecyLevel.Confidential, true), InlineData(Cipher.Common, SecrecyLevel.TopSecret, false), InlineData(Cipher.Core, SecrecyLevel.TopSecret, true)]
    public void Commercial_ciphers_protect_what_is_no_state_secret(Cipher cipher, SecrecyLevel level, bool may)
    {
        var findings = ClassifiedWorkRules.CheckCipher(cipher, level).ToList();
        findings.Count.ShouldBe(may ? 0 : 1);
        findings.ShouldAllBe(f => f.Rule.Citation == "《中华人民共和国密码法》第8条" && f.Strength == Strength.Reject);
    }

    private static void Breaks(IEnumerable<Finding> findings, string citation, string field)
    {
        var finding = findings.ShouldHaveSingleItem();
        (finding.Rule.Citation, finding.Field, finding.Strength).ShouldBe((citation, field, Strength.Reject));
    }
}
