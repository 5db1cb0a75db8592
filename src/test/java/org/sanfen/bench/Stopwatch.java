package org.sanfen.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * Times of one piece of work, milliseconds: by the clock, and of the processor, which a busy machine does not stretch.
 *
 * @param least by the clock
 * @param median by the clock
 * @param p95 by the clock
 * @param leastBusy of the processor
 * @param medianBusy of the processor
 */
record Stopwatch(double least, double median, double p95, double leastBusy, double medianBusy) {

    static Stopwatch of(int warmUp, int runs, Runnable work) {
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        double[] times = new double[runs];
        double[] busy = new double[runs];
        for (int i = 0; i < warmUp; i++) {
            work.run();
        }
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            long startBusy = processor.getCurrentThreadCpuTime();
            work.run();
            busy[i] = (processor.getCurrentThreadCpuTime() - startBusy) / 1e6;
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        Arrays.sort(busy);
        return new Stopwatch(times[0], times[runs / 2], times[runs * 95 / 100], busy[0], busy[runs / 2]);
    }

    @Override
    public String toString() {
        return String.format("%.1f ms (least %.1f; processor %.1f, least %.1f)", median, least, medianBusy, leastBusy);
    }
}
