import "../style/tokens.css";
import "./admin.css";
import "./editor";
