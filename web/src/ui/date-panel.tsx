import { StyleProvider } from "@ant-design/cssinjs";
import { ConfigProvider, DatePicker } from "antd";
import enUs from "antd/locale/en_US";
import zhCn from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import "virtual:antd.css";
import { useText } from "../text/text.ts";

interface PanelParts {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
  readonly onClose: () => void;
}

/** antd writes its variables as style elements even so: into a place that is not in the page, where no policy minds. */
const nowhere = document.createElement("div");

/** antd's calendar, opened at once. `zeroRuntime` keeps it from writing style elements, which the page's policy refuses. */
export function DatePanel({ label, value, onChange, onClose }: PanelParts) {
  const { language } = useText();
  dayjs.locale(language === "en" ? "en" : "zh-cn");
  return (
    <StyleProvider container={nowhere}>
      <ConfigProvider
        locale={language === "en" ? enUs : zhCn}
        theme={{ zeroRuntime: true, cssVar: { key: "yuanbiao-antd" }, token: { motion: false } }}
      >
        <DatePicker
          className="date-input"
          aria-label={label}
          defaultOpen
          autoFocus
          suffixIcon={null}
          allowClear={{ clearIcon: <span aria-hidden="true">×</span> }}
          value={value === undefined ? null : dayjs(value)}
          onChange={(day) => onChange(day === null ? undefined : day.format("YYYY-MM-DD"))}
          onOpenChange={(open) => {
            if (!open) onClose();
          }}
        />
      </ConfigProvider>
    </StyleProvider>
  );
}
