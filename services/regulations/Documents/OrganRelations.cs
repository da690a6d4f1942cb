using System.Text.RegularExpressions;

namespace Backoffice.Regulations.Documents;

/// <summary>
/// What a printed recipient is to us, by five rules in this order: the directory knows it; a leader's title after a name is
/// a person; 各 or nothing but a level before government or department tells the level; the level above ours is superior, below
/// ours lower, ours a peer; a department is of our line if its name holds our line's word. Anything else stays unknown: a named
/// county may be ours or another city's, and only the directory can say which.
/// </summary>
public sealed partial class OrganRelations(OwnOrgan own, IReadOnlyDictionary<string, Relation> directory)
{
    /// <summary>The recipients of a printed list with what they are to us.</summary>
    public IReadOnlyList<Recipient> Classify(string printedList) => [.. Recipients.Split(printedList).Select(n => new Recipient(n, Of(n)))];

    public Relation Of(string printed)
    {
        var name = Blank().Replace(printed, "");
        if (directory.TryGetValue(name, out var known) || directory.TryGetValue(printed, out known))
            return known;
        if (LeaderInPerson().IsMatch(name))
            return Relation.Person;
        if (OwnUnits().IsMatch(name))
            return Relation.DirectSubordinate;
        return LevelOf(ref name) is not { } level ? Relation.Unknown
            : Government().IsMatch(name) ? OfGovernment(level)
            : Department().IsMatch(name) ? OfDepartment(level, name.Contains(own.Line, StringComparison.Ordinal))
            : Relation.Unknown;
    }

    /// <summary>The level of an organ by its printed name; null where the name does not say.</summary>
    public OrganLevel? LevelOf(string printed)
    {
        var name = Blank().Replace(printed, "");
        return Of(printed) == Relation.Peer ? own.Level : LevelOf(ref name);
    }

    private Relation OfGovernment(OrganLevel level) =>
        level == own.Level ? Relation.DirectSuperior : level > own.Level ? Relation.HigherSuperior : Relation.LowerGovernment;

    /// <summary>The ministry is no line superior of a city's bureau: between them stands the province's department.</summary>
    private Relation OfDepartment(OrganLevel level, bool ofOurLine) => (level - own.Level, ofOurLine) switch
    {
        (0, false) => Relation.Peer,
        (1, true) => Relation.LineSuperior,
        ( > 1, true) => Relation.HigherSuperior,
        ( < 0, true) => Relation.LowerCounterpart,
        // Of our line and our level: it is ourselves, or a name the directory has to explain.
        (0, true) => Relation.Unknown,
        _ => Relation.NonSubordinate,
    };

    /// <summary>The level a name begins with, which is taken off: 省 of 省民政厅, 青山市 of 青山市财政局, 各县（市、区） of its bureaus.</summary>
    private OrganLevel? LevelOf(ref string name)
    {
        // Places above ours may be printed before our own: 江南省青山市人民政府.
        OrganLevel? level = null;
        foreach (var (place, ofPlace) in own.Places.OrderByDescending(p => p.Value))
            if (name.StartsWith(place, StringComparison.Ordinal))
                (name, level) = (name[place.Length..], ofPlace);
        if (level is not null)
            return LevelsBelow().IsMatch(name) ? null : level;
        if (Prefix().Match(name) is not { Success: true } prefix)
            return CentralOrgan().IsMatch(name) ? OrganLevel.Central : null;

        var word = prefix.Groups["level"].Value;
        name = name[prefix.Length..];
        return word[0] switch
        {
            '省' or '自' => OrganLevel.Province,
            // 各市 are other places than ours, unless they are the level below.
            '市' => prefix.Groups["each"].Success && own.Level <= OrganLevel.City ? null : OrganLevel.City,
            '乡' or '镇' or '街' => OrganLevel.Township,
            _ => OrganLevel.County,
        };
    }

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^(?!各).*(?:[省市县区州]长|书记|局长|厅长|部长|处长|科长|主任|主席|秘书长|同志)$", RegexOptions.CultureInvariant)]
    private static partial Regex LeaderInPerson();

    [GeneratedRegex(@"^(?:(?:本?局|机关)?各科室|(?:局|各)?直属各?单位|局属各?单位)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnUnits();

    // The brackets of 各县（市、区） and the runs of 各区县 and 各乡镇（街道） belong to the level.
    [GeneratedRegex(@"^(?<each>各)?(?<level>省|自治区|市|县|区|旗|乡|镇|街道)(?:[县区旗市镇乡]|街道|[（(][县市区旗乡镇街道、]+[）)])*", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(?:人民)?政府$|^委$|^党委$|^委员会$|^国务院$|^党中央$|^中共中央$", RegexOptions.CultureInvariant)]
    private static partial Regex Government();

    // Mail for a government goes to its office as well, which is no department: a person judges.
    [GeneratedRegex(@"^(?!人民政府办|政府办|委办).*(?:局|厅|部|委|委员会|办公室|办公厅|办|政协|人大常委会|法院|检察院|总工会|妇联|各(?:有关)?部门|有关部门)$", RegexOptions.CultureInvariant)]
    private static partial Regex Department();

    [GeneratedRegex(@"^(?:国务院|党中央|中共中央|国家.*局|国家.*委(?:员会)?|[^省市县区各委]{2,10}(?<!组织|宣传|统战|工作|本|支)部)$", RegexOptions.CultureInvariant)]
    private static partial Regex CentralOrgan();

    // 青山市东湖区民政局 is not the city's.
    [GeneratedRegex(@"^.{1,6}?[市县区旗镇乡](?:人民政府|政府|.*[局委办])", RegexOptions.CultureInvariant)]
    private static partial Regex LevelsBelow();
}
