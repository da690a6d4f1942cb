namespace Backoffice.Regulations.Documents;

/// <summary>The five parts of the office's review in the order of 条例 第20条.</summary>
public enum ReviewPart
{
    /// <summary>行文理由是否充分，行文依据是否准确</summary>
    ReasonAndBasis,

    /// <summary>内容是否符合法律法规和方针政策，是否同现行有关公文相衔接</summary>
    Content,

    /// <summary>涉及有关地区或者部门职权范围内的事项是否经过充分协商并达成一致意见</summary>
    Consultation,

    /// <summary>文种、格式、人名、地名、时间、数字、引文等是否准确、规范</summary>
    GenreAndForm,

    /// <summary>其他内容是否符合公文起草的有关要求</summary>
    Other,
}

/// <summary>An answer to one part. A part that is answered with no says what is wrong.</summary>
public sealed record ReviewAnswer(ReviewPart Part, bool IsInOrder, string Note = "");

/// <summary>核稿: the office's review of a draft. Complete when every part is answered, passed when every answer is yes.</summary>
public sealed record ReviewChecklist(IReadOnlyList<ReviewAnswer> Answers)
{
    public static readonly IReadOnlyList<ReviewPart> Parts = Enum.GetValues<ReviewPart>();

    /// <summary>The parts nobody has answered, or answered with a bare no.</summary>
    public IEnumerable<ReviewPart> Unanswered => Parts.Where(p => Latest(p) is not { } answer || (!answer.IsInOrder && string.IsNullOrWhiteSpace(answer.Note)));

    public IEnumerable<ReviewAnswer> Objections => Parts.Select(Latest).OfType<ReviewAnswer>().Where(a => !a.IsInOrder);

    public bool IsComplete => !Unanswered.Any();

    public bool IsPassed => IsComplete && !Objections.Any();

    // A part may be answered again when the drafter has mended it.
    private ReviewAnswer? Latest(ReviewPart part) => Answers.LastOrDefault(a => a.Part == part);
}
