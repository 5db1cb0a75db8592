package org.sanfen.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Where exactly a thing hangs, and what lies in a cabinet. */
final class Texts {

    private static final String[][] LOBBY = {
        {"一楼大堂服务台左侧", "Ground floor lobby, left of the reception desk"},
        {"一楼主入口内右侧墙面", "Just inside the main entrance, on the right-hand wall"},
        {"一楼电梯厅旁", "Ground floor, beside the lifts"}
    };
    private static final String[][] GATEHOUSE = {
        {"小区门岗值班室外墙", "Outer wall of the gatehouse"},
        {"小区物业服务中心门口", "At the door of the estate office"},
        {"1栋一楼大堂内", "In the ground floor lobby of building 1"}
    };
    private static final String[][] SCHOOL = {
        {"校门门卫室内", "In the gatekeeper's room"},
        {"操场看台旁", "Beside the stand of the sports ground"},
        {"教学楼一楼大厅", "Ground floor hall of the teaching block"}
    };
    private static final String[][] OUTSIDE = {
        {"巷口外墙红色箱体", "Red cabinet on the wall at the mouth of the lane"},
        {"楼栋单元门右侧", "Right of the house door"},
        {"宣传栏旁立柱箱", "Cabinet on a post beside the notice board"},
        {"公共停车位旁外墙", "Outer wall beside the parking bays"}
    };
    private static final String[][] CORRIDOR = {
        {"一楼楼梯口", "At the foot of the stairs"},
        {"一楼走廊消火栓箱旁", "Ground floor corridor, beside the hose cabinet"},
        {"门厅墙面", "On the wall of the entrance hall"},
        {"配电间门口", "At the door of the switch room"}
    };

    private Texts() {}

    static void lobby(Post post, String use, int which) {
        String[][] texts =
                switch (use) {
                    case "home", "village" -> GATEHOUSE;
                    case "school" -> SCHOOL;
                    default -> LOBBY;
                };
        post.placed(texts[which][0], texts[which][1]);
    }

    static void outside(Post post, int which) {
        post.placed(OUTSIDE[which][0], OUTSIDE[which][1]);
    }

    static void corridor(Post post, int which) {
        post.placed(CORRIDOR[which][0], CORRIDOR[which][1]);
    }

    static List<Map<String, Object>> equipment(Random random) {
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(line(
                "4 kg 干粉灭火器 / dry powder extinguisher", 2 + random.nextInt(4), (2021 + random.nextInt(5)) + "-05-01"));
        lines.add(line("65 mm 水带 / fire hose", 1 + random.nextInt(3), null));
        lines.add(line("过滤式自救呼吸器 / escape hood", 2 + random.nextInt(4), null));
        if (random.nextBoolean()) {
            lines.add(line("灭火毯 / fire blanket", 1, null));
        }
        return lines;
    }

    private static Map<String, Object> line(String item, int count, String madeOn) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("item", item);
        line.put("count", count);
        if (madeOn != null) {
            line.put("made_on", madeOn);
        }
        return line;
    }
}
