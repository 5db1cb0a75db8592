package org.sanfen.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Times of one piece of work, milliseconds: by the clock, and of the processor, which a busy machine does not stretch
 * much. The processor's is the whole process's, so that whoever makes garbage pays for its collection.
 *
 * @param least by the clock
 * @param median by the clock
 * @param p95 by the clock
 * @param leastBusy of the processor
 * @param medianBusy of the processor
 * @param meanBusy of the processor: finer than its clock, whose ticks are hundredths of a second
 */
record Stopwatch(double least, double median, double p95, double leastBusy, double medianBusy, double meanBusy) {

    static Stopwatch of(int warmUp, int runs, Runnable work) {
        OperatingSystemMXBean processor = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double[] times = new double[runs];
        double[] busy = new double[runs];
        for (int i = 0; i < warmUp; i++) {
            work.run();
        }
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            long startBusy = processor.getProcessCpuTime();
            work.run();
            busy[i] = (processor.getProcessCpuTime() - startBusy) / 1e6;
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return sorted(times, busy);
    }

    private static Stopwatch sorted(double[] times, double[] busy) {
        int runs = times.length;
        Arrays.sort(times);
        Arrays.sort(busy);
        double meanBusy = Arrays.stream(busy).average().orElse(0);
        return new Stopwatch(times[0], times[runs / 2], times[runs * 95 / 100], busy[0], busy[runs / 2], meanBusy);
    }

    /**
     * Two pieces of work in turn, so that a busy machine slows both alike. The processor's clock ticks in hundredths of a
     * second: the quicker one is repeated and its mean taken.
     *
     * @param quickTimes how often the quicker one runs for each time
     * @return of the quicker one, then of the slower
     */
    static Stopwatch[] inTurn(int warmUp, int rounds, int quickTimes, Runnable quick, Runnable slow) {
        Runnable[] works = {
            () -> {
                for (int i = 0; i < quickTimes; i++) {
                    quick.run();
                }
            },
            slow
        };
        double[][] times = new double[2][rounds];
        double[][] busy = new double[2][rounds];
        for (int round = -warmUp; round < rounds; round++) {
            for (int which = 0; which < 2; which++) {
                Stopwatch one = of(0, 1, works[which]);
                int repeats = which == 0 ? quickTimes : 1;
                if (round >= 0) {
                    times[which][round] = one.median / repeats;
                    busy[which][round] = one.medianBusy / repeats;
                }
            }
        }
        return new Stopwatch[] {sorted(times[0], busy[0]), sorted(times[1], busy[1])};
    }

    @Override
    public String toString() {
        return String.format("%.1f ms (least %.1f; processor %.1f, least %.1f)", median, least, medianBusy, leastBusy);
    }
}
