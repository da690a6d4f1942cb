using Backoffice.Coordination.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Organisation;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Google.Protobuf.WellKnownTypes;
using Shouldly;

namespace Backoffice.Procedures.Tests;

/// <summary>A bureau for the engine's decisions: posts, who holds them, and a procedure that has every kind of step.</summary>
internal static class Bureau
{
    public const string Drafter = "posts/drafter";
    public const string Chief = "posts/chief";
    public const string Finance = "posts/finance";
    public const string Affairs = "posts/affairs";
    public const string Office = "posts/office";
    public const string Deputy = "posts/deputy";
    public const string Director = "posts/director";
    public const string Registrar = "posts/registrar";

    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private static readonly (string Post, string Title, string Holder, string Unit, PostFunction Function)[] Posts =
    [
        (Drafter, "救助科科员", "陈一", "units/relief", PostFunction.Staff), (Chief, "救助科科长", "李二", "units/relief", PostFunction.SectionChief),
        (Finance, "财务科科长", "张三", "units/finance", PostFunction.SectionChief), (Affairs, "事务科科长", "王四", "units/affairs", PostFunction.SectionChief),
        (Office, "办公室主任", "赵五", "units/office", PostFunction.OfficeDirector), (Deputy, "副局长", "钱六", "units/leaders", PostFunction.DeputyDirector),
        (Director, "局长", "孙七", "units/leaders", PostFunction.Director), (Registrar, "机要员", "周八", "units/office", PostFunction.Registrar),
    ];

    private static readonly Dictionary<string, string> StepTitles = new()
    {
        ["draft"] = "拟稿",
        ["chief"] = "审核",
        ["countersign"] = "会签",
        ["office"] = "核稿",
        ["sign"] = "签发",
        ["handle"] = "承办",
        ["register"] = "登记",
    };

    public static IReadOnlyList<string> Everybody { get; } = [.. Posts.Select(p => p.Post)];

    /// <param name="also">Posts that people hold besides their own, e.g. the deputy who heads the office too.</param>
    public static DirectorySnapshot Directory(IReadOnlyDictionary<string, string>? also = null, IReadOnlyList<Delegation>? delegations = null, params IReadOnlyList<string> vacant) => new(new Coordination.V1.Directory
    {
        Version = 1,
        Units = { Posts.Select(p => p.Unit).Distinct().Select(u => new Unit { Name = u, DisplayName = u, Kind = UnitKind.Section }), new Unit { Name = "units/county", Kind = UnitKind.External } },
        Posts =
        {
            Posts.Select(p => new Post { Name = p.Post, DisplayName = p.Title, Unit = p.Unit, Function = p.Function, BackupPost = p.Post == Registrar ? Office : "" }),
            new Post { Name = "posts/county", Unit = "units/county", DisplayName = "county" },
        },
        People =
        {
            Posts.Select(p => new Person
            {
                Name = PersonOf(p.Post),
                DisplayName = p.Holder,
                Account = p.Post[6..],
                Posts = { vacant.Contains(p.Post) ? [] : new[] { p.Post }, also?.TryGetValue(p.Post, out var second) == true ? [second] : [] },
            }),
        },
        Delegations = { delegations ?? [] },
    });

    public static string PersonOf(string post) => $"people/{post[6..]}";

    public static Delegation Delegation(string post, string deputy, string appointment = "") => new()
    {
        Name = "delegations/1",
        Post = post,
        DeputyPost = deputy,
        StartTime = Timestamp.FromDateTimeOffset(Morning.AddDays(-1)),
        EndTime = Timestamp.FromDateTimeOffset(Morning.AddDays(30)),
        Appointment = appointment,
    };

    /// <summary>What the holder of a post wants to do.</summary>
    public static Deed As(string post, string opinion = "", DirectorySnapshot? directory = null, DateTimeOffset? at = null)
    {
        var office = directory ?? Directory();
        var now = at ?? Morning;
        return new Deed
        {
            Caller = office.Describe(new Caller { Account = post[6..] }, now),
            Now = now,
            Directory = office,
            DueOf = (_, from) => new Due(from.AddDays(2), "两日内办理"),
            Opinion = opinion,
            ContentSha256 = "c0ffee",
        };
    }

    /// <summary>拟稿 → 科长审核 → 会签 → 核稿 → 签发 → 承办 → 登记.</summary>
    public static ProcedureDefinition Procedure(CountersignMode mode = CountersignMode.All, int quorum = 0) => new()
    {
        Id = "outgoing",
        Version = 1,
        Title = "发文办理",
        Steps =
        [
            Step("draft", DutyKind.Starter, ["chief"]),
            Step("chief", DutyKind.FunctionInUnit, ["countersign", "office"], PostFunction.SectionChief) with { Approval = true },
            Step("countersign", DutyKind.Sender, ["office"]) with { Signers = new Countersigning { Mode = mode, Quorum = quorum, Completes = true } },
            Step("office", DutyKind.Function, ["sign"], PostFunction.OfficeDirector) with { Approval = true },
            Step("sign", DutyKind.Function, ["handle"], PostFunction.Director) with { Approval = true, Deciding = true, Delegable = false },
            Step("handle", DutyKind.Chosen, ["register"]) with { Signers = new Countersigning { Mode = CountersignMode.All } },
            Step("register", DutyKind.Function, [], PostFunction.Registrar) with { Form = "RegisterOutgoingDocument" },
        ],
    };

    public static Matter Start(ProcedureDefinition? procedure = null, DirectorySnapshot? directory = null) =>
        Matter.Start("outgoingDocuments/1", procedure ?? Procedure(), Drafter, As(Drafter, directory: directory)).Matter;

    private static Step Step(string id, DutyKind duty, string[] next, params PostFunction[] functions) => new()
    {
        Id = id,
        Title = StepTitles[id],
        Duty = new Duty { Kind = duty, Functions = functions },
        Rule = "DOC-D03",
        Limit = "2 working days",
        Output = "意见",
        Next = next,
    };
}

/// <summary>A matter with its acts, as a service keeps them, driven in few words.</summary>
internal sealed class Course(Matter matter)
{
    public Matter Matter => matter;

    public List<Done> History { get; } = [];

    public MatterState State => matter.State;

    public string HolderPost => State.Held!.Post;

    public ActRow Last => History[^1].Act;

    public IEnumerable<string> Asked => State.Signers.Where(t => t.IsOpen).Select(t => t.Post);

    public Course Do(Func<Matter, IReadOnlyList<Done>> verb)
    {
        History.AddRange(verb(matter));
        return this;
    }

    public Course Agree(string post, string step = "", string assignee = "", params string[] signers) => Do(m => m.Agree(Bureau.As(post), new Onward(step, assignee, [.. signers])));

    public Course Disagree(string post) => Do(m => m.Disagree(Bureau.As(post, "不妥")));

    public Course Return(string post, string step = "", bool straightBack = false) => Do(m => m.Return(Bureau.As(post, "请修改"), step, straightBack));

    public Course Withdraw(string post) => Do(m => m.Withdraw(Bureau.As(post)));

    public Course AddSigner(string post, bool after, params string[] posts) => Do(m => m.AddSigner(Bureau.As(post), posts, after));

    public Course Open(string post) => Do(m => m.Open(Bureau.As(post)));

    /// <summary>Expects a refusal with this reason, and that nothing changed by it.</summary>
    public Course Refuses(string reason, Func<Matter, IReadOnlyList<Done>> verb)
    {
        var before = matter.StateJson;
        Should.Throw<Refusal>(() => verb(matter)).Reason.ShouldBe(reason);
        matter.StateJson.ShouldBe(before);
        return this;
    }

    public Course Is(string step, string post)
    {
        (State.Step, HolderPost).ShouldBe((step, post));
        return this;
    }

    /// <summary>At the step where others countersign.</summary>
    public static Course Countersigning(CountersignMode mode, int quorum, params string[] signers) =>
        Begin(Bureau.Procedure(mode, quorum)).Agree(Bureau.Drafter).Agree(Bureau.Chief, "countersign", "", signers);

    /// <summary>Up to the deciding signature, with nobody to countersign.</summary>
    public Course ToSigning() => Agree(Bureau.Drafter).Agree(Bureau.Chief, "office").Agree(Bureau.Office);

    public static Course Begin(ProcedureDefinition? procedure = null)
    {
        var (matter, done) = Procedures.Matters.Matter.Start("outgoingDocuments/1", procedure ?? Bureau.Procedure(), Bureau.Drafter, Bureau.As(Bureau.Drafter));
        var course = new Course(matter);
        course.History.AddRange(done);
        return course;
    }
}
