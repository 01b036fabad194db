"""Files -> Plan, strictly: every value keeps its file and line, every fault becomes a finding."""
