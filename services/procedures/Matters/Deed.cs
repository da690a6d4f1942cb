using Backoffice.Platform.Callers;
using Backoffice.Platform.Organisation;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

/// <summary>Who wants to do something, with what opinion, when, and in which surroundings. What the engine decides rests on this and the matter alone.</summary>
public sealed record Deed
{
    public required Caller Caller { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required DirectorySnapshot Directory { get; init; }

    /// <summary>Until when a step given now is due.</summary>
    public required Func<Step, DateTimeOffset, Due> DueOf { get; init; }

    /// <summary>Opinion or reason as written.</summary>
    public string Opinion { get; init; } = "";

    public OpinionForm OpinionForm { get; init; }

    /// <summary>The form as stated; else a text where there is one, and a bare signature where there is none (条例 第22条).</summary>
    public OpinionForm FormGiven => OpinionForm != OpinionForm.Unspecified ? OpinionForm : Opinion.Length > 0 ? OpinionForm.Text : OpinionForm.Signed;

    /// <summary>Hash of what the caller had before them; empty when the call does not say.</summary>
    public string SeenSha256 { get; init; } = "";

    /// <summary>Hash of what stands now; an opinion is sealed to it.</summary>
    public string ContentSha256 { get; init; } = "";

    /// <summary>The rpc that completes the step, where one of its own does.</summary>
    public string Form { get; init; } = "";
}

/// <summary>A due time with the sentence that explains it; no time where the calendar of that year is not published.</summary>
public sealed record Due(DateTimeOffset? Time, string Explanation);
