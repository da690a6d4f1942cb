using Backoffice.Proofreading.Characters;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Training;

/// <summary>Makes what the library carries from the given data; `make proofreading` asks for it.</summary>
public sealed class CharacterModelTests
{
    private const string Model = "services/proofreading/Characters/characters.model";

    [Fact]
    public void The_model_the_phrases_and_the_held_out_sentences_are_made_anew()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("BACKOFFICE_TRAIN") == "1", "it takes a minute: `make proofreading` does it");
        Assert.SkipUnless(Sources.AreHere, "the given data is not beside the repository");
        var maker = new ModelMaker();
        var (quick, forest) = maker.Fit();
        using (var file = File.Create(RepositoryFiles.Path(Model)))
            CharacterModel.Write(file, maker.Counts.Pack(), maker.Confusions, quick, forest);
        File.WriteAllText(RepositoryFiles.Path("services/proofreading/Phrases/phrases.tsv"), maker.Phrases());
        foreach (var set in Sources.Sets)
            File.WriteAllLines(RepositoryFiles.Path($"tests/data/proofreading/held-out.{set}.tsv"), Sources.Sentences(set).Where(s => Sources.IsHeldOut(s.Right)).Select(s => $"{s.Wrong}\t{s.Right}"));
    }

    [Fact]
    public void The_model_is_small_and_every_part_of_it_is_read()
    {
        new FileInfo(RepositoryFiles.Path(Model)).Length.ShouldBeLessThan(2_500_000);
        CharacterModel.Current.Counts.OfRun("国务院").ShouldBeGreaterThan(100);
        CharacterModel.Current.Counts.OfWord("部署").ShouldBeGreaterThan(100);
        CharacterModel.Current.Confusions.AreLike('据', '局').ShouldBeTrue();
        CharacterModel.Current.Confusions.AreLike('据', '好').ShouldBeFalse();
        CharacterModel.Current.Forest.Features.Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void No_held_out_sentence_is_among_those_for_training()
    {
        Assert.SkipUnless(Sources.AreHere, "the given data is not beside the repository");
        foreach (var set in Sources.Sets)
        {
            var held = Sources.Sentences(set).Where(s => Sources.IsHeldOut(s.Right)).Select(s => s.Right).ToHashSet();
            held.Count.ShouldBeGreaterThan(100);
            Sources.Sentences(set).Where(s => !Sources.IsHeldOut(s.Right)).ShouldAllBe(s => !held.Contains(s.Right));
        }
    }
}
