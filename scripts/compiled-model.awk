# The value that stands for "not set" is written as itself: read through its converter it would make the converter of every property at each start.
{ line[NR] = $0 }
/ = [A-Za-z]+\.AddProperty\($/ { begin[$2] = NR }
/\.SetSentinelFromProviderValue\(.*\);$/ {
  name = $1; sub(/\.SetSentinelFromProviderValue.*/, "", name)
  type = line[begin[name] + 2]; sub(/^ *typeof\(/, "", type); sub(/\),$/, "", type)
  value = $0; sub(/.*SetSentinelFromProviderValue\(/, "", value); sub(/\);$/, "", value)
  if (value ~ /^"/) { gsub(/"/, "", value); value = type "." value } else if (type == "DateTime") value = "default(DateTime)"; else next
  indent = line[begin[name] + 2]; sub(/typeof.*/, "", indent)
  line[begin[name] + 2] = line[begin[name] + 2] "\n" indent "sentinel: " value ","
  gone[NR] = 1
}
END { for (i = 1; i <= NR; i++) if (!gone[i]) print line[i] }
