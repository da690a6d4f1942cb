using System.Text;
using Backoffice.LocalDapr.PubSub;
using Backoffice.LocalDapr.Tests.Harness;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Backoffice.LocalDapr.Tests.PubSub;

public sealed class TopicLogTests
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddYears(50));

    [Fact]
    public void A_group_reads_in_order_from_the_beginning_and_each_message_once()
    {
        using var folder = new TempFolder();
        using var log = Open(folder);
        Append(log, "a", "b", "c");
        log.Join("g");

        Texts(log.ReadNew("g", 2)).ShouldBe(["a", "b"]);
        Texts(log.ReadNew("g", 2)).ShouldBe(["c"]);
        log.ReadNew("g", 2).ShouldBeEmpty();
    }

    [Fact]
    public void A_message_is_taken_back_when_its_time_is_over_or_when_it_was_released()
    {
        using var folder = new TempFolder();
        using var log = Open(folder);
        log.Join("g");
        Append(log, "a", "b");
        var read = log.ReadNew("g", 10);

        log.Reclaim("g", Idle, 10).ShouldBeEmpty();
        log.Release("g", read[1].Id);
        Texts(log.Reclaim("g", Idle, 10)).ShouldBe(["b"]);
        _time.Advance(Idle);
        Texts(log.Reclaim("g", Idle, 10)).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void An_acknowledged_message_never_comes_again_even_after_a_restart()
    {
        using var folder = new TempFolder();
        using (var log = Open(folder))
        {
            log.Join("g");
            Append(log, "a", "b", "c");
            log.Acknowledge("g", log.ReadNew("g", 10)[1].Id);
        }

        using var again = Open(folder);
        Texts(again.ReadNew("g", 10)).ShouldBe(["a", "c"]);
    }

    [Fact]
    public void A_half_written_record_is_cut_off()
    {
        using var folder = new TempFolder();
        using (var log = Open(folder))
            Append(log, "whole", "torn");
        using (var file = File.OpenWrite(Path.Combine(folder.Path, "t")))
            file.SetLength(file.Length - 3);

        using var again = Open(folder);
        again.Join("g");
        Append(again, "later");
        Texts(again.ReadNew("g", 10)).ShouldBe(["whole", "later"]);
    }

    [Fact]
    public void A_topic_keeps_its_length_and_forgets_what_it_trims_even_if_pending()
    {
        using var folder = new TempFolder();
        using var log = Open(folder);
        log.Join("g");
        for (var i = 0; i < 10; i++)
            log.Append(Encoding.UTF8.GetBytes($"{i}"), null, maxLength: 10, TimeSpan.Zero);
        log.ReadNew("g", 1).Count.ShouldBe(1);

        log.Append("x"u8.ToArray(), null, maxLength: 10, TimeSpan.Zero);
        log.Append("y"u8.ToArray(), null, maxLength: 10, TimeSpan.Zero);
        _time.Advance(Idle);

        log.Reclaim("g", Idle, 10).ShouldBeEmpty();
        Texts(log.ReadNew("g", 100)).ShouldBe(["2", "3", "4", "5", "6", "7", "8", "9", "x", "y"]);
    }

    [Fact]
    public void A_topic_with_an_age_limit_forgets_what_is_older()
    {
        using var folder = new TempFolder();
        using var log = Open(folder);
        log.Append("old"u8.ToArray(), null, 0, keepFor: TimeSpan.FromMinutes(1));
        _time.Advance(TimeSpan.FromMinutes(2));
        log.Append("new"u8.ToArray(), null, 0, keepFor: TimeSpan.FromMinutes(1));

        log.Join("g");
        Texts(log.ReadNew("g", 10)).ShouldBe(["new"]);
    }

    [Fact]
    public void A_long_history_does_not_grow_the_file_for_ever()
    {
        using var folder = new TempFolder();
        var payload = new byte[10_000];
        using (var log = Open(folder))
        {
            log.Join("g");
            for (var i = 0; i < 2_000; i++)
            {
                log.Append(payload, $"{i}", maxLength: 50, TimeSpan.Zero);
                foreach (var message in log.ReadNew("g", 10))
                    log.Acknowledge("g", message.Id);
            }
        }

        new FileInfo(Path.Combine(folder.Path, "t")).Length.ShouldBeLessThan(4 << 20);
        using var again = Open(folder);
        again.ReadNew("g", 10).ShouldBeEmpty();
        again.Join("late");
        again.ReadNew("late", 100).Select(m => m.Metadata).Last().ShouldBe("1999");
    }

    /// <summary>Whatever is done in whatever order, with restarts in between: nothing is lost before it is acknowledged or comes after.</summary>
    [Fact]
    public void Every_message_comes_until_it_is_acknowledged()
    {
        Gen.Int[0, 4].Array[0, 40].Sample(
            steps =>
            {
                using var folder = new TempFolder();
                var log = Open(folder);
                log.Join("g");
                var (count, open, inHand) = (0, new HashSet<string>(), new List<StoredMessage>());
                foreach (var step in steps)
                {
                    switch (step)
                    {
                        case 0 or 1:
                            open.Add($"{count}");
                            Append(log, $"{count++}");
                            break;
                        case 2:
                            inHand.AddRange(log.ReadNew("g", 3));
                            break;
                        case 3 when inHand.Count > 0:
                            log.Acknowledge("g", inHand[^1].Id);
                            open.Remove(Texts([inHand[^1]])[0]).ShouldBeTrue();
                            inHand.RemoveAt(inHand.Count - 1);
                            break;
                        case 4:
                            log.Dispose();
                            log = Open(folder);
                            inHand.Clear();
                            break;
                    }
                }

                Texts(inHand).Concat(Texts(log.ReadNew("g", 1_000))).Order().ShouldBe(open.Order());
                log.Dispose();
            },
            iter: 200,
            threads: 1);
    }

    private TopicLog Open(TempFolder folder) => new("topic", Path.Combine(folder.Path, "t"), _time);

    private static void Append(TopicLog log, params string[] texts)
    {
        foreach (var text in texts)
            log.Append(Encoding.UTF8.GetBytes(text), null, 0, TimeSpan.Zero);
    }

    private static string[] Texts(IEnumerable<StoredMessage> messages) => [.. messages.Select(m => Encoding.UTF8.GetString(m.Data))];
}
